package io.botledger.extract;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes at one to four places: changed, cut out, doubled. */
final class Damage {
    private static final byte[] TELLING = Reading.utf8("{}[]\",:\\\n \0u-e.1tn");

    private Damage() {}

    static byte[] to(byte[] file, Random random) {
        byte[] damaged = file.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = TELLING[random.nextInt(TELLING.length)];
                case 2 -> damaged = without(damaged, at, Math.min(damaged.length, at + 1 + random.nextInt(20)));
                default -> damaged = twice(damaged, at, Math.min(damaged.length, at + 1 + random.nextInt(40)));
            }
            if (damaged.length == 0) {
                return damaged;
            }
        }
        return damaged;
    }

    private static byte[] without(byte[] file, int from, int to) {
        return Reading.joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
    }

    private static byte[] twice(byte[] file, int from, int to) {
        return Reading.joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
    }
}
