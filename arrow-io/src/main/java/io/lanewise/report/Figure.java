package io.lanewise.report;

/**
 * A number of a report that is a list of them.
 *
 * @param jsonName its name in JSON
 * @param words its name for people
 * @param definition what it is
 * @param value in the unit shown, or NaN where there is none
 */
record Figure(String jsonName, String words, String definition, double value) {}
