package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists of objects: an array or a text that holds one, or a single item. An item is an object, a text that holds one,
 * or any other text as its name. Nulls and blanks are left out.
 */
final class ItemListReader<T> implements ValueReader<List<T>> {
    private final ItemReader<T> items;
    private final Expected<T> expectedItem;
    private final Expected<List<T>> expectedList;

    ItemListReader(ItemReader<T> items) {
        this.items = items;
        expectedItem = new Expected<>(items.expected());
        expectedList = new Expected<>(items.expected());
    }

    @Override
    public List<T> read(JsonInput json) throws IOException {
        if (json.token() == JsonToken.START_ARRAY) {
            return array(json);
        }
        if (json.isTextThatBeginsWith('[')) {
            InnerJson<List<T>> inner = json.inner(this::array);
            return inner.json() ? inner.value() : expectedList.notReadable(json);
        }
        T item = item(json);
        return item == null ? null : List.of(item);
    }

    private List<T> array(JsonInput json) throws IOException {
        List<T> list = new ArrayList<>();
        while (json.nextElement()) {
            T item = item(json);
            if (item != null) {
                list.add(item);
            }
        }
        return list.isEmpty() ? null : list;
    }

    private T item(JsonInput json) throws IOException {
        return switch (json.token()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> items.object(json);
            case VALUE_STRING -> text(json);
            default -> expectedItem.wrongType(json);
        };
    }

    private T text(JsonInput json) throws IOException {
        if (json.isTextThatBeginsWith('{')) {
            InnerJson<T> inner = json.inner(items::object);
            return inner.json() ? inner.value() : expectedItem.notReadable(json);
        }
        String name = TextReader.name(json);
        return name == null ? null : items.named(name);
    }
}
