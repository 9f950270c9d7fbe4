package dev.dateline.standalone.bench.corpus;

import java.util.SplittableRandom;

/** Writes what stands around an article, so many characters of it. */
final class Filler {
    private final StringBuilder page;
    private final String teaser;
    private final String host;
    private final Prose prose;
    private final SplittableRandom random;

    Filler(StringBuilder page, String teaser, String host, Prose prose, SplittableRandom random) {
        this.page = page;
        this.teaser = teaser;
        this.host = host;
        this.prose = prose;
        this.random = random;
    }

    /** Scripts as trackers and widgets write them: settings, numbers, calls. */
    void scripts(int size) {
        int end = page.length() + size;
        while (page.length() < end) {
            int block = Math.min(end, page.length() + 2_000 + random.nextInt(6_000));
            page.append("<script>(function(w,d){w.q=w.q||[];");
            while (page.length() < block) {
                page.append("w.q.push({id:\"")
                        .append(hex())
                        .append("\",slot:")
                        .append(random.nextInt(900))
                        .append(",opts:{lazy:true,sizes:[[300,250],[728,90]],target:\"#ad-")
                        .append(random.nextInt(900))
                        .append("\"}});if(w.i<")
                        .append(random.nextInt(99))
                        .append("&&d.body){d.getElementById(\"x\").innerHTML='<b>'+w.i+'<\\/b>';}\n");
            }
            page.append("})(window,document);</script>\n");
        }
    }

    /** Links to other articles with pictures, in boxes within boxes; most of it are addresses, classes and data for scripts. */
    void teasers(int size) {
        int end = page.length() + size;
        while (page.length() < end) {
            int other = random.nextInt(1_000_000);
            page.append("<div class=\"")
                    .append(teaser)
                    .append(" ")
                    .append(teaser)
                    .append("--side js-")
                    .append(other);
            page.append(" col-12 col-md-6 col-lg-4\" data-id=\"")
                    .append(other)
                    .append("\" data-zone=\"")
                    .append(hex());
            page.append("\" data-analytics=\"{&quot;pos&quot;:")
                    .append(random.nextInt(90))
                    .append(",&quot;list&quot;:&quot;");
            page.append(hex())
                    .append("&quot;}\">\n<a class=\"")
                    .append(teaser)
                    .append("__link\" href=\"https://")
                    .append(host);
            page.append("/news/")
                    .append(other)
                    .append("?utm_source=internal&amp;utm_medium=")
                    .append(hex())
                    .append("\">\n");
            picture(other);
            page.append("<div class=\"")
                    .append(teaser)
                    .append("__text\"><span class=\"rubric\">")
                    .append(random.nextInt(24));
            page.append(":")
                    .append(10 + random.nextInt(50))
                    .append("</span>\n<h4>")
                    .append(prose.title());
            page.append("</h4></div></a></div>\n");
        }
    }

    private void picture(int other) {
        page.append("<img loading=\"lazy\" width=\"320\" height=\"180\" alt=\"\" src=\"https://cdn.")
                .append(host);
        page.append("/images/").append(hex()).append("/").append(other).append(".jpg\" srcset=\"");
        for (int width = 320; width <= 1_280; width *= 2) {
            page.append("https://cdn.")
                    .append(host)
                    .append("/images/")
                    .append(width)
                    .append("/")
                    .append(other);
            page.append(".webp ").append(width).append("w, ");
        }
        page.append("\">\n");
    }

    private String hex() {
        return Long.toHexString(random.nextLong());
    }

    /** What interrupts a text. */
    void banner() {
        page.append("<div class=\"ad\" id=\"ad-")
                .append(random.nextInt(900))
                .append("\"><iframe src=\"about:blank\"></iframe></div>\n");
    }
}
