package io.lanewise.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lists a command's options in sections: those of every {@link Mixin} under its name, then the
 * others. Without mixins there is one list.
 *
 * <p>Argument groups would do so by themselves, but picocli takes an option that is repeated in a
 * group for a second group, and the first value is lost without a word.
 */
final class OptionSections implements IHelpSectionRenderer {

  private static final String STANDARD = "mixinStandardHelpOptions";

  @Override
  public String render(Help help) {
    CommandSpec command = help.commandSpec();
    List<OptionSpec> others = new ArrayList<>(command.options());
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, CommandSpec> mixin : command.mixins().entrySet()) {
      if (!mixin.getKey().equals(STANDARD)) {
        section(text, mixin.getKey(), mixin.getValue().options(), help);
        others.removeAll(mixin.getValue().options());
      }
    }
    if (text.isEmpty()) {
      return list(others, help);
    }
    section(text, "Other", others, help);
    return text.toString();
  }

  private static void section(
      StringBuilder text, String name, Collection<OptionSpec> options, Help help) {
    text.append(String.format("%n%s:%n%s", name, list(options, help)));
  }

  private static String list(Collection<OptionSpec> options, Help help) {
    CommandSpec command = help.commandSpec();
    // Of all options, so that descriptions stand below each other in all sections.
    Help.Layout layout =
        help.createDefaultLayout(
            command.options(), command.positionalParameters(), help.colorScheme());
    layout.addOptions(List.copyOf(options), help.parameterLabelRenderer());
    return layout.toString();
  }
}
