package dev.dateline.standalone.bench.corpus;

import java.util.List;

/** What an article says, whoever prints it. */
record Story(String title, String author, String published, List<String> paragraphs) {}
