package io.botledger.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documents of a Kubernetes manifest. A field that Kubernetes does not know is refused, and so is one that is there twice. */
record Manifest(List<Map<String, Object>> documents) {
    private static final ObjectMapper STRICT =
            JsonMapper.builder().annotationIntrospector(new KnownFieldsAlone()).build();

    static Manifest parse(String yaml) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : yaml().loadAll(yaml)) {
            documents.add(map(document));
        }
        return new Manifest(List.copyOf(documents));
    }

    /** The kinds, in the order of the file. */
    List<Object> kinds() {
        return documents.stream().map(document -> document.get("kind")).toList();
    }

    /**
     * The first document of a kind.
     *
     * @throws IllegalArgumentException if it has a field that the kind does not
     */
    <T> T get(Class<T> kind) {
        return documents.stream()
                .filter(document -> kind.getSimpleName().equals(document.get("kind")))
                .map(document -> STRICT.convertValue(document, kind))
                .findFirst()
                .orElseThrow();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    @SuppressWarnings("unchecked") // YAML's keys are texts here; one that is not fails where it is read.
    private static Map<String, Object> map(Object document) {
        return (Map<String, Object>) document;
    }

    /** The classes of the model keep what they don't know in a map of their own, where nobody would notice it. */
    private static final class KnownFieldsAlone extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
