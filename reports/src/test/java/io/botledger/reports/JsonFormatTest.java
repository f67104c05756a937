package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    @Test
    void everyTextIsReadBackAsItWas() throws IOException {
        for (String text : Rows.TEXTS) {
            String json = Rows.text(ReportFormat.JSON, Rows.of(text));
            try (JsonParser parser = new JsonFactory().createParser(json)) {
                while (parser.nextToken() != JsonToken.VALUE_STRING) {
                    assertThat(parser.currentToken()).isNotNull();
                }
                assertThat(parser.currentName()).isEqualTo("some_text");
                assertThat(parser.getText()).isEqualTo(text);
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    assertThat(parser.currentToken()).isIn(JsonToken.FIELD_NAME, JsonToken.VALUE_NULL);
                }
            }
        }
    }

    @Test
    void everyTypeHasOneForm() throws IOException {
        assertThat(Rows.text(ReportFormat.JSON, Rows.FULL, Rows.EMPTY)).isEqualTo("""
                [
                {"some_text":"t","n":-12,"seconds":-1500.25,"share":0.333333,"day":"2024-02-29","at":"2024-05-07T22:59:59.000001Z","yes":true},
                {"some_text":null,"n":null,"seconds":null,"share":null,"day":null,"at":null,"yes":null}
                ]
                """);
        assertThat(Rows.text(ReportFormat.JSON)).isEqualTo("[]\n");
    }
}
