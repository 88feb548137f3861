package io.bactrian.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by what was measured and of whom; printed as the medians of the rounds, with the least and the most. */
final class Medians {

    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    void add(String what, String whose, double figure) {
        figures.computeIfAbsent(what, row -> new LinkedHashMap<>())
                .computeIfAbsent(whose, cell -> new ArrayList<>())
                .add(figure);
        System.out.printf("  %s: %s: %.2f%n", what, whose, figure);
    }

    private static double median(List<Double> of) {
        double[] sorted = of.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** @param ours whose figures the others' are held against */
    void print(String ours) {
        List<String> names = figures.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        System.out.println("\n| | " + String.join(" | ", names) + " |");
        System.out.println("|" + " --- |".repeat(names.size() + 1));
        figures.forEach((what, row) -> {
            StringBuilder line = new StringBuilder("| " + what + " |");
            names.forEach(name -> line.append(" ").append(cell(row, name, ours)).append(" |"));
            System.out.println(line);
        });
    }

    private static String cell(Map<String, List<Double>> row, String name, String ours) {
        List<Double> figures = row.get(name);
        if (figures == null) {
            return "";
        }
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        String text =
                "%s (%s to %s)".formatted(round(median(figures)), round(sorted[0]), round(sorted[sorted.length - 1]));
        boolean compared = !name.equals(ours) && row.containsKey(ours);
        return compared ? text + ", ours ×%.2f".formatted(median(row.get(ours)) / median(figures)) : text;
    }

    private static String round(double figure) {
        return figure >= 100 ? "%,.0f".formatted(figure) : "%.3g".formatted(figure);
    }
}
