package io.lanewise.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** Two spaces of indentation and line feeds, on every platform; arrays of numbers on one line. */
final class LinePrinter extends DefaultPrettyPrinter {

  private static final long serialVersionUID = 1L;

  LinePrinter() {
    super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    indentObjectsWith(new DefaultIndenter("  ", "\n"));
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new LinePrinter();
  }
}
