package io.botledger.sample;

import io.botledger.model.SessionParam;
import java.util.ArrayList;
import java.util.List;

/** Draws the session parameters of a conversation: two to eight, each name once. All persons are made up. */
final class SessionParams {
    private static final List<String> NAMES = Vocabulary.read("names.txt");
    private static final Weighted<String> SENTENCES = Weighted.zipf(Vocabulary.read("sentences.txt"));
    private static final Weighted<String> PAGES =
            Weighted.zipf(List.of("/", "/help", "/orders?page=1&lang=en", "/returns#how", "/checkout/日本"));
    private static final Weighted<String> SCORES = Weighted.of(
            List.of("5", "4", "5.0", "3", "1", "4.0", "2", "-1", "passed"), 300, 150, 150, 80, 100, 60, 40, 60, 60);
    private static final Weighted<String> USE_CASES =
            Weighted.zipf(List.of("order_status", "returns", "billing", "account", "other, unclear"));
    private static final Weighted<String> ORDER_ENDINGS = Weighted.of(List.of(".0", "", ",0"), 70, 20, 10);
    private static final List<String> TAGS = List.of("[\"vip\",\"second \\\"try\\\"\"]", "[]", "[1,2,30]", "[\"東京\"]");
    private static final int MAX_ORDER = 9_000_000;

    private SessionParams() {}

    static List<SessionParam> draw(Dice dice, Frame frame) {
        List<SessionParam> params = new ArrayList<>(8);
        params.add(new SessionParam("customer_email", email(frame.customer())));
        params.add(new SessionParam("entryPage", PAGES.draw(dice)));
        if (dice.chance(450)) {
            String number = Integer.toString(1_000_000 + dice.below(MAX_ORDER));
            params.add(new SessionParam("order_id", number + ORDER_ENDINGS.draw(dice)));
        }
        if (dice.chance(330)) {
            params.add(new SessionParam("bsat_score", SCORES.draw(dice)));
        }
        if (dice.chance(400)) {
            params.add(new SessionParam("use_case", USE_CASES.draw(dice)));
        }
        if (dice.chance(350)) {
            params.add(new SessionParam("isLoggedIn", Boolean.toString(dice.chance(600))));
        }
        if (dice.chance(250)) {
            params.add(new SessionParam("Rückmeldung (free text)", SENTENCES.draw(dice)));
        }
        if (dice.chance(150)) {
            params.add(dice.chance(600) ? cart(dice) : tags(dice));
        }
        return params;
    }

    /** Whether the value stands as a literal in the export, not as a string. */
    static boolean isLiteral(SessionParam param) {
        return switch (param.name()) {
            case "cart", "tags", "isLoggedIn" -> true;
            case "order_id" -> param.value().indexOf(',') < 0;
            case "bsat_score" -> !param.value().equals("passed");
            default -> false;
        };
    }

    private static String email(int customer) {
        return NAMES.get(customer % NAMES.size()) + "." + customer + "@example.com";
    }

    private static SessionParam cart(Dice dice) {
        int items = dice.between(1, 4);
        String json = "{\"items\":" + items + ",\"cents\":" + items * dice.between(499, 9_999) + ",\"gift\":"
                + dice.chance(100) + ",\"coupon\":null,\"note\":\"für \\\"Oma\\\"\\nbitte\"}";
        return new SessionParam("cart", json);
    }

    private static SessionParam tags(Dice dice) {
        return new SessionParam("tags", TAGS.get(dice.below(TAGS.size())));
    }
}
