package io.botledger.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the answer {@code {"date":"…","urls":["https://…", …]}}. One user's list is called {@code signed_urls}; other
 * members are passed over.
 */
final class SignedUrlList {
    private static final int MAX_DEPTH = 20;
    private static final JsonFactory JSON = JsonFormat.ofRecords(MAX_DEPTH);

    private final BotDay day;
    private final ApiErrors errors;
    private List<String> urls;

    private SignedUrlList(BotDay day, ApiErrors errors) {
        this.day = day;
        this.errors = errors;
    }

    /** The addresses as they came, in their order. */
    static List<String> parse(byte[] answer, BotDay day, ApiErrors errors) {
        SignedUrlList list = new SignedUrlList(day, errors);
        try (JsonParser json = JSON.createParser(answer)) {
            list.read(json);
        } catch (JsonProcessingException holdsTheText) {
            throw errors.notJson(found(answer));
        } catch (IOException neverOfAnArray) {
            throw new IllegalStateException(neverOfAnArray);
        }
        if (list.urls == null) {
            throw errors.noUrls();
        }
        return list.urls;
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw json.currentToken() == null ? errors.notJson("nothing") : errors.noUrls();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName().toLowerCase(Locale.ROOT);
            json.nextToken();
            switch (name) {
                case "urls", "signed_urls" -> urls = texts(json);
                case "date" -> requireDay(json);
                default -> json.skipChildren();
            }
        }
    }

    private List<String> texts(JsonParser json) throws IOException {
        if (!json.isExpectedStartArrayToken()) {
            throw errors.noUrls();
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getText());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw errors.noUrls();
        }
        return texts;
    }

    /** Another form than that of a day says nothing. */
    private void requireDay(JsonParser json) throws IOException {
        String text = json.getText();
        json.skipChildren();
        try {
            if (!LocalDate.parse(text).equals(day.day())) {
                throw errors.otherDay();
            }
        } catch (DateTimeException anotherForm) {
            return;
        }
    }

    private static String found(byte[] answer) {
        for (byte next : answer) {
            if (next == '<') {
                return "a web page";
            }
            if (next > ' ') {
                return "something else";
            }
        }
        return "nothing";
    }
}
