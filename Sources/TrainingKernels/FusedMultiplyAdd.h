#pragma once

/// a·b + c, rounded once, without any instruction for it.
double tk_fused_multiply_add(double a, double b, double c);
