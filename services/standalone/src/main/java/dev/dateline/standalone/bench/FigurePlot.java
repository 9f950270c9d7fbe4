package dev.dateline.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Draws figures: articles a second as more are stored, and where the CPU time goes. */
final class FigurePlot {
    private static final int WIDTH = 900;
    private static final int LEFT = 210;
    private static final int CHART = 200;
    private static final int TOP = 50;
    private static final int BAR = 22;
    private static final int BARS_TOP = TOP + CHART + 90;
    private static final int ROOM = WIDTH - LEFT - 90;

    private final Figures figures;
    private final StringBuilder svg = new StringBuilder();

    FigurePlot(Figures figures) {
        this.figures = figures;
    }

    void write(Path file) throws IOException {
        var parts = Breakdown.of(figures.whole());
        int height = BARS_TOP + parts.size() * BAR + 30;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
        speeds();
        bars(parts);
        add("</svg>");
        Files.writeString(file, svg);
    }

    private void speeds() {
        var windows = Windows.of(figures);
        double most =
                windows.stream().mapToDouble(Windows.Window::perSecond).max().orElse(1);
        text(LEFT, 25, "Articles a second, by articles stored (at most %.0f)", most);
        double last = figures.plan().articles();
        var points = new StringBuilder();
        for (var window : windows) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    LEFT + ROOM * window.stored() / last,
                    TOP + CHART * (1 - window.perSecond() / most)));
        }
        add("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#888\"/>", LEFT, TOP, TOP + CHART, LEFT + ROOM);
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"#1663a8\" stroke-width=\"2\"/>", points);
        text(LEFT - 40, TOP + 5, "%.0f", most);
        text(LEFT - 20, TOP + CHART, "0");
        text(LEFT + ROOM - 40, TOP + CHART + 18, "%,.0f", last);
    }

    private void bars(Map<String, Double> parts) {
        double most =
                parts.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        text(LEFT, BARS_TOP - 15, "CPU time of an article, ms");
        int y = BARS_TOP;
        for (var part : parts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList()) {
            double width = ROOM * part.getValue() / most;
            add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 10, y + 14, part.getKey());
            add("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#1663a8\"/>", LEFT, y, width, BAR - 6);
            text((int) (LEFT + width + 6), y + 14, "%.2f", part.getValue());
            y += BAR;
        }
    }

    private void text(int x, int y, String text, Object... values) {
        add("<text x=\"%d\" y=\"%d\">%s</text>", x, y, String.format(Locale.ROOT, text, values));
    }

    private void add(String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    }
}
