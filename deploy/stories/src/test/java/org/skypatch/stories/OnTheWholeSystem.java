package org.skypatch.stories;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link WholeSystem} of this JVM, and a caller of it, to tests; it ends after the last of them. */
final class OnTheWholeSystem implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == WholeSystem.class || type == Skypatch.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        WholeSystem system = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OnTheWholeSystem.class))
                .computeIfAbsent(WholeSystem.class, none -> WholeSystem.start(), WholeSystem.class);
        return parameter.getParameter().getType() == WholeSystem.class ? system : system.skypatch();
    }
}
