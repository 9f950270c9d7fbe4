package dev.dateline.console.search;

/**
 * What is wrong with a request, in words for who made it.
 *
 * @param parameter where it is wrong
 * @param detail what is wrong and what would be right
 */
public record QueryProblem(String parameter, String detail) {}
