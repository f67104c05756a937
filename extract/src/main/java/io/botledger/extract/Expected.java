package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.RejectReason;
import java.io.IOException;

/**
 * Rejects values that are not what a field takes: says what was expected and what was found, without telling any content.
 *
 * @param what what the field takes, with its article
 * @param <T> what the field reads as; always null here
 */
record Expected<T>(String what) {
    /** Rejects the value and leaves it behind. */
    T reject(JsonInput json, RejectReason reason) throws IOException {
        json.reject(reason, "expected " + what + ", found " + found(json));
        json.skip();
        return null;
    }

    T wrongType(JsonInput json) throws IOException {
        return reject(json, RejectReason.WRONG_TYPE);
    }

    T notReadable(JsonInput json) throws IOException {
        return reject(json, RejectReason.NOT_READABLE);
    }

    T outOfRange(JsonInput json) throws IOException {
        return reject(json, RejectReason.OUT_OF_RANGE);
    }

    static String found(JsonInput json) throws IOException {
        JsonToken token = json.token();
        return switch (token) {
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "text of " + characters(json.charsLength());
            default -> "a number of " + characters(json.charsLength());
        };
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }
}
