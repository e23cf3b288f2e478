// What a live panel's program and the page that it runs in say to each other.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The bytes that the program has printed so far.
const uint8_t *web_printed(void);
size_t web_printed_count(void);

/// Tells the page the sentence with which the program is about to stop.
void web_stop(const uint8_t *sentence, size_t count);

/// Runs a live block of the lesson; the tool writes this function for each lesson.
void web_main(int32_t block);

/// Whether this browser rounds a·b + c once.
_Bool web_fuses(void);

/// Tells the page that so many steps of a run of so many are done.
void web_progress(double done, double of);
