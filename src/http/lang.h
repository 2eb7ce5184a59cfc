#pragma once
/* The two languages of the product; Vietnamese is the default. */
enum lang { LANG_VI, LANG_EN };
