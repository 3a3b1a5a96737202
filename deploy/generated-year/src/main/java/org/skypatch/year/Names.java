package org.skypatch.year;

import java.util.Random;
import java.util.SplittableRandom;

/** Names and numbers that look like those of the field. */
final class Names {

    private static final String[] SYLLABLES = {
        "ka", "ro", "ma", "ti", "shen", "lu", "vor", "del", "hai", "mon", "ber", "pra", "sun", "gar", "nel", "ox",
        "zim", "tor", "wen", "chi", "bal", "fen", "ur", "qua", "jas", "pol", "rix", "yam", "dor", "eth"
    };

    private static final String[] TRADES = {"Trading", "Gas", "Cooling", "Chemicals", "Refrigeration", "Supply"};
    private static final String[] FORMS = {"Ltd", "GmbH", "S.A.", "Co., Ltd.", "Pvt. Ltd.", "Inc."};

    private Names() {}

    /** Chance that is the same for the same two numbers, and not alike for neighbours. */
    static Random chance(long seed, long number) {
        return new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
    }

    /** A firm's name: the same for the same number. */
    static String firm(long number) {
        Random chance = chance(7_919, number);
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 2; word++) {
            StringBuilder part = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                part.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
            }
            name.append(part.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                    .append(part.substring(1))
                    .append(' ');
        }
        return name + TRADES[chance.nextInt(TRADES.length)] + " " + FORMS[chance.nextInt(FORMS.length)];
    }

    /** Eight letters and digits without O and I, so that no two of them are near each other by accident. */
    static String code(long number) {
        String signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        Random chance = chance(104_729, number);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            code.append(signs.charAt(chance.nextInt(signs.length())));
        }
        return code.toString();
    }

    /** A container number with its check digit (ISO 6346). */
    static String container(int number) {
        String owner = new String[] {"MSKU", "TGHU", "CSQU", "HLXU"}[number % 4];
        String serial = "%06d".formatted(number / 4 % 1_000_000);
        return owner + serial + checkDigit(owner + serial);
    }

    /** The same with a wrong check digit. */
    static String badContainer(int number) {
        String right = container(number);
        int digit = right.charAt(10) - '0';
        return right.substring(0, 10) + (digit + 5) % 10;
    }

    static int checkDigit(String written) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += value(written.charAt(i)) << i;
        }
        return sum % 11 % 10;
    }

    /** Letters from 10 on, without the multiples of 11. */
    private static int value(char sign) {
        if (Character.isDigit(sign)) {
            return sign - '0';
        }
        int value = 10;
        for (char letter = 'A'; letter < sign; letter++) {
            value += (value + 1) % 11 == 0 ? 2 : 1;
        }
        return value;
    }
}
