package io.lanewise.cli;

import io.lanewise.arrow.MemoryBudget;
import io.lanewise.column.Table;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.RowPairScorer;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.file.Disk;
import io.lanewise.gate.CrossedLine;
import io.lanewise.gate.Gates;
import io.lanewise.gate.Rule;
import io.lanewise.gate.RuleCheck;
import io.lanewise.gate.ScoredColumns;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.PairPlan;
import io.lanewise.report.GateResult;
import io.lanewise.report.ReportContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Scores generated data against real data. */
@Command(
    name = "score",
    description = "Score generated data against real data, column by column and pair by pair.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "REAL and GENERATED are Arrow IPC files or streams, told apart by content: one file,",
      "several separated by commas, a folder of them, or - for standard input (one side only).",
      "A profile (see 'lanewise help profile') stands for the data it was made of, on either side;",
      "that of generated data must have been made with the real side's as --reference.",
      "COLS are column names separated by commas; write \\, for a comma inside a name.",
      "",
      "In the result, JS is the Jensen-Shannon divergence (0 is the same, 1 bit nothing in"
          + " common).",
      "KL(r|g) grows with what the generated data lacks, KL(g|r) with what the real data never"
          + " has;",
      "inf says that a value is missing altogether. H is entropy. A bar is as long as sqrt(JS).",
      "JSON has more measures, the edges of all bins, and the definition of each number.",
      "",
      "A stream on standard input is read once, as it arrives. With --every a line tells rows, fidelity",
      "and the worst columns with the 95 %% interval of their JS: text on a terminal, else JSON, unless",
      "--format says so; the score of all rows follows text, and goes to -o FILE. Intervals and noise",
      "are those of one look; --sequential adds a p-value that may be looked at in every line.",
      "A window is moved by adding exact panes of --slide rows and subtracting them; their memory is",
      "told, and refused beyond --memory-limit. With --state the input is read again from its",
      "beginning after a stop, compared by digests, and counted from where it stopped.",
      "",
      "With --paired row i of GENERATED was made from row i of REAL, by an anonymiser or a repair.",
      "Of each column, r the coarse symbol of a real row and g that of the generated row beside it:",
      "H(r,g) = -sum p(r,g) log p(r,g), H(r|g) and H(g|r) what one leaves open of the other, I(r;g)",
      "what it tells. I is a lower bound: symbols are joined as for pairs, to at most sqrt(rows/5).",
      "Shuffled rows tell nothing, whatever the fidelity. Identifiers are left out.",
      "",
      "A RULE is [COLUMN.]measure, one of > >= < <=, and a number in the unit shown, or Infinity.",
      "Measures have the names they have in JSON. Without a column, any scored column that is no",
      "identifier triggers the rule; fidelity, lostDependence and the like are of the whole table.",
      "What has no value because nothing was generated is crossed, too. Each crossed rule is a line",
      "on standard error; the result is written all the same. Lines tell what they cross, too, but the",
      "exit code is that of the last.",
      "",
      "Exit codes: 0 good, 1 a rule was crossed, 2 wrong usage, 3 input refused, 4 environment,",
      "5 internal error.",
      "",
      "Examples:",
      "  lanewise score real.arrow generated.arrow --format json -o score.json",
      "  some-generator | lanewise score real.profile - --every 1M --state run.state",
      "  lanewise score real.arrow generated.arrow --fail-if 'js>0.1' --fail-if 'fidelity<0.9' \\",
      "      --fail-if 'age.klRealGenerated>=Infinity' || echo 'not good enough'"
    })
final class ScoreCommand implements Callable<Integer> {

  @ParentCommand private Lanewise lanewise;

  @Spec private CommandSpec command;

  @Reads
  @Parameters(index = "0", paramLabel = "REAL", description = "the real data")
  private String real;

  @Reads
  @Parameters(index = "1", paramLabel = "GENERATED", description = "the generated data")
  private String generated;

  @Mixin(name = "What is scored")
  private ColumnOptions columnOptions;

  @Mixin(name = "Pairs of columns")
  private PairScoring pairOptions;

  @Mixin(name = "Rows that belong together")
  private RowOptions rowOptions;

  @Mixin(name = "The result")
  private ResultOptions resultOptions;

  @Mixin(name = "While rows arrive")
  private StreamOptions streamOptions;

  @Mixin(name = "Gates")
  private GateOptions gateOptions;

  @Mixin(name = "The run")
  private RunOptions runOptions;

  @Override
  public Integer call() {
    InputArgument realInput = new InputArgument(real);
    InputArgument generatedInput = new InputArgument(generated);
    InputArgument.requireOneStream(realInput, generatedInput);
    streamOptions.check();
    rowOptions.check(streamOptions);
    resultOptions.checkOutput();
    ColumnChoices choices = columnOptions.choices();
    List<Rule> rules = gateOptions.rules();
    Kernels kernels = CommandKernels.choose();
    MemoryBudget budget = runOptions.budget();
    Streams streams = lanewise.streams();
    try (OpenedInput realSide = realInput.open(streams.in(), budget)) {
      Path state = streamOptions.state();
      if (state == null) {
        try (OpenedInput generatedSide =
            rowOptions.paired()
                ? generatedInput.open(streams.in(), budget)
                : generatedInput.openOnce(streams.in(), budget)) {
          return score(realSide, generatedSide, null, choices, rules, kernels);
        }
      }
      try (StateFile file = StateFile.open(state, Disk.REAL);
          AccountedInput generatedSide = generatedInput.bytes(streams.in()).openAccounted(budget)) {
        return score(
            realSide,
            generatedSide.input(),
            new Checkpoint(file, generatedSide.rows(), streamOptions.again()),
            choices,
            rules,
            kernels);
      }
    }
  }

  private int score(
      OpenedInput realSide,
      OpenedInput generatedSide,
      @Nullable Checkpoint checkpoint,
      ColumnChoices choices,
      List<Rule> typed,
      Kernels kernels) {
    ColumnMatching matching = choices.match(realSide.input(), generatedSide.input());
    PairPlan pairs = pairOptions.plan(matching.matches().size());
    FitOptions.refuseBeside(realSide.input(), pairs, command);
    List<Rule> rules = check(typed, matching, pairs);
    Scorer scorer =
        new Scorer(
            choices.all(),
            columnOptions.bins(),
            pairs,
            resultOptions.smoothing(),
            pairOptions.estimator(),
            runOptions.seed(),
            runOptions.threads(),
            kernels);
    String scope = "";
    boolean linesSayAll = false;
    Scorecard card;
    if (streamOptions.isRunning()) {
      SnapshotWriter lines = lines(rules);
      RunningScore.Result result =
          new RunningScorer(lanewise, scorer, streamOptions, runOptions, lines, checkpoint)
              .run(
                  realSide.input(),
                  generatedSide,
                  matching,
                  resultOptions.output() != null || !rules.isEmpty());
      if (result.stopped()) {
        return ExitCode.OK;
      }
      card = result.card();
      scope = streamOptions.scope(result.rows());
      linesSayAll = lines != null && lines.isJson() && resultOptions.output() == null;
    } else {
      card = score(scorer, realSide, generatedSide);
    }
    List<GateResult> gates = Gates.evaluate(rules, card, resultOptions.unit());
    List<String> warnings = new ArrayList<>(realSide.warnings());
    warnings.addAll(generatedSide.warnings());
    ReportContext context =
        new ReportContext(
            realSide.input().source(),
            generatedSide.input().source() + scope,
            resultOptions.unit(),
            resultOptions.counts(),
            scorer.smoothing(),
            rowOptions.paired(),
            scorer.estimator(),
            resultOptions.explain(),
            gates,
            warnings,
            kernels.name(),
            Version.number());
    if (!linesSayAll) {
      new ReportWriter(resultOptions.format(), context)
          .write(card, resultOptions.output(), lanewise.streams());
    }
    if (checkpoint != null) {
      checkpoint.complete();
    }
    // After all that can fail, so that a failure is one line.
    runOptions.warn(lanewise, warnings);
    return tellCrossed(rules, gates);
  }

  /** Fails where rules or options name what these sides do not have. */
  private List<Rule> check(List<Rule> rules, ColumnMatching matching, PairPlan pairs) {
    if (matching.matches().isEmpty()) {
      // The scorer says why; that there is no such column, either, would not help.
      return rules;
    }
    ScoredColumns columns = new ScoredColumns(matching);
    for (String name : resultOptions.explain()) {
      if (!columns.contains(name)) {
        throw new UsageException("--explain: " + columns.absence(name));
      }
    }
    boolean paired = pairs.most() > 0 && matching.matches().size() > 1;
    return new RuleCheck(
            columns, paired, resultOptions.smoothing().isPresent(), rowOptions.paired())
        .check(rules);
  }

  private Scorecard score(Scorer scorer, OpenedInput realSide, OpenedInput generatedSide) {
    long ofReal = realSide.rowsToCount();
    long ofGenerated = generatedSide.rowsToCount();
    long rows = ofGenerated < 0 ? ofGenerated : ofReal + ofGenerated;
    if (rowOptions.paired()) {
      Table real = RowOptions.rows(realSide);
      Table generated = RowOptions.rows(generatedSide);
      try (Progress progress = runOptions.progress(lanewise.streams(), 2 * rows)) {
        return new RowPairScorer(scorer).score(real, generated, progress);
      }
    }
    try (Progress progress = runOptions.progress(lanewise.streams(), rows)) {
      return scorer.score(realSide.input(), generatedSide.input(), progress);
    }
  }

  private @Nullable SnapshotWriter lines(List<Rule> rules) {
    return streamOptions.hasLines()
        ? new SnapshotWriter(
            lanewise.streams(),
            resultOptions.lineFormat(lanewise.streams().outIsTerminal()),
            resultOptions.unit(),
            rules,
            streamOptions.sequential())
        : null;
  }

  private int tellCrossed(List<Rule> rules, List<GateResult> gates) {
    int exitCode = ExitCode.OK;
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i).crossed()) {
        lanewise.say(
            "crossed: " + CrossedLine.of(rules.get(i), gates.get(i), resultOptions.unit()));
        exitCode = ExitCode.CROSSED;
      }
    }
    return exitCode;
  }
}
