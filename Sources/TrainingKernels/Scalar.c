// Functions of one number, in double.
#pragma STDC FP_CONTRACT OFF
#include "Table.h"

static double map_one(TKFunction f, double x) {
  double y;
  tk_map(TKFloat64, f, 1, &x, &y);
  return y;
}

double tk_exp(double x) { return map_one(TKExp, x); }
double tk_log(double x) { return map_one(TKLog, x); }
double tk_tanh(double x) { return map_one(TKTanh, x); }

double tk_sin(double x) {
  double sine, cosine;
  tk_circle(x, &sine, &cosine);
  return x == 0 ? x : sine;
}

double tk_cos(double x) {
  double sine, cosine;
  tk_circle(x, &sine, &cosine);
  return cosine;
}
