package dev.dateline.pipeline.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A title as it is compared with others: in plain form ({@link Line}), with its different words. */
record TitleWords(String plain, Set<String> words) {

    static TitleWords of(String plain) {
        return new TitleWords(plain, new HashSet<>(List.of(plain.split(" "))));
    }

    /** How much of a claim this heading covers, when it says nothing else: 0 to 1. */
    double agreement(TitleWords claim) {
        var a = plain;
        var b = claim.plain;
        if (a.equals(b)) {
            return 1;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (b.contains(a)) {
            boolean isFirst = b.startsWith(a);
            return (double) a.length() / b.length() * (isFirst ? 1.3 : 0.9);
        }
        return a.contains(b) ? (double) b.length() / a.length() * 0.9 : common(claim);
    }

    private double common(TitleWords claim) {
        int both = 0;
        for (var word : words) {
            both += claim.words.contains(word) ? 1 : 0;
        }
        return (double) both / (words.size() + claim.words.size() - both);
    }
}
