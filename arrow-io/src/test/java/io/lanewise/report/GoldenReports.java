package io.lanewise.report;

/** The reports that {@link TextReportTest} expects, letter by letter. */
final class GoldenReports {

  static final String TEXT =
      """
      real                  400 rows   real.arrow
      generated             400 rows   generated.arrow
      fidelity   0.8317   columns 0.9540 (3), pairs 0.7093 (3): means of 1 - JS in bits
                          1 is the same; a perfect generator would score 0.9982 at these row counts
      lost        74.6 %  of the real dependence: 3.0054 bits of mutual information over all pairs
      invented       0 %  on top of it, where the real data has less dependence
                          of each, chance alone would make 0.5 % at these row counts

      column       type           JS  noise          KL(r|g) KL(g|r)  H real  H gen   null  null
                                bits   bits             bits    bits    bits   bits   real   gen
      age          float64    0.1379 0.0036   ██▎     0.4150     inf   2.000  2.311      0   100
      city         dict<utf8>      0 0.0009 =              0       0   1.000  1.000      0     0
      tariff       dict<utf8>      0 0.0009 =              0       0   1.000  1.000      0     0
      = inside the noise: p >= 0.05 after Benjamini-Hochberg over columns
      inf: the generated data lacks a value that the real data has (r|g), or the reverse (g|r)

      dependence of and    I real  I gen  change      p      JS  noise
                             bits   bits    bits           bits   bits
      city          tariff 1.0018      0 -1.0018  <1e-9  0.3113 0.0027
      tariff        age    1.0018 0.0146 -0.9872  <1e-9  0.4228 0.0081
      city          age    1.0018 0.7500 -0.2518  <1e-9  0.1379 0.0045
      I: mutual information, corrected (miller-madow); p: chance of such a change of I if there is none
      sentences name the I of the samples, uncorrected

      explain `age`                    real %  gen %  real       generated  KL(r|g) KL(g|r)     JS
                                                                               bits    bits   bits
      20.0                              25.00  18.75  ██████████ ███████▌    0.0136  0.0123 0.0032
      30.0                              25.00  18.75  ██████████ ███████▌    0.0136  0.0123 0.0032
      40.0                              25.00  18.75  ██████████ ███████▌    0.0136  0.0123 0.0032
      50.0                              25.00  18.75  ██████████ ███████▌    0.0136  0.0123 0.0032
      null                                  0  25.00             ██████████  0.3607     inf 0.1250 unseen

      explain `tariff`                 real %  gen %  real       generated  KL(r|g) KL(g|r)     JS
                                                                               bits    bits   bits
      day                               50.00  50.00  ██████████ ██████████       0       0      0
      night                             50.00  50.00  ██████████ ██████████       0       0      0

      explain `city`                   real %  gen %  real       generated  KL(r|g) KL(g|r)     JS
                                                                               bits    bits   bits
      Bern                              50.00  50.00  ██████████ ██████████       0       0      0
      Graz                              50.00  50.00  ██████████ ██████████       0       0      0

      explain `city`                     and `tariff`                       real %  gen % indep %     JS
                                                                                                    bits
      Bern                               night                                   0  25.00   25.00 0.1250
      Graz                               day                                     0  25.00   25.00 0.1250
      Bern                               day                                 50.00  25.00   25.00 0.0306
      Graz                               night                               50.00  25.00   25.00 0.0306
      indep %: of the real data, if the two columns were independent of each other

      explain `city`                     and `age`                          real %  gen % indep %     JS
                                                                                                    bits
      Bern                               null                                    0  12.50       0 0.0625
      Graz                               null                                    0  12.50       0 0.0625
      Bern                               20.0                                25.00  18.75   12.50 0.0032
      Bern                               (30.0, 40.0]                        25.00  18.75   12.50 0.0032
      Graz                               (20.0, 30.0]                        25.00  18.75   12.50 0.0032
      Graz                               (40.0, 50.0]                        25.00  18.75   12.50 0.0032
      indep %: of the real data, if the two columns were independent of each other

      explain `tariff`                   and `age`                          real %  gen % indep %     JS
                                                                                                    bits
      day                                null                                    0  12.50       0 0.0625
      night                              null                                    0  12.50       0 0.0625
      day                                (40.0, 50.0]                            0  11.25   12.50 0.0563
      night                              (30.0, 40.0]                            0  11.25   12.50 0.0563
      day                                (20.0, 30.0]                            0   7.50   12.50 0.0375
      night                              20.0                                    0   7.50   12.50 0.0375
      day                                (30.0, 40.0]                        25.00   7.50   12.50 0.0359
      night                              (40.0, 50.0]                        25.00   7.50   12.50 0.0359
      day                                20.0                                25.00  11.25   12.50 0.0193
      night                              (20.0, 30.0]                        25.00  11.25   12.50 0.0193
      indep %: of the real data, if the two columns were independent of each other

      crossed: js>0.1: `age` 0.1409
      crossed: nullsGenerated>0: `a` no value, `b` 100, `c` 5, `d` 4, `e` 3 and 2 more
      crossed: fidelity<0.99: 0.8765
      crossed: klRealGenerated>=Infinity: `age` inf
      gates: 4 of 5 rules crossed, 1 kept

      What differs most, beyond the noise:
      1. `city` and `tariff` are related in the real data (1.00 bits) and nearly independent in the
         generated (0.00)
      2. `tariff` and `age` are related in the real data (1.00 bits) and nearly independent in the
         generated (0.02)
      3. `city` and `age` are less related in the generated data (0.75 bits) than in the real (1.00)
      """;

  static final String MARKDOWN =
      """
      # Generated data against real data

      - real: `real.arrow`, 400 rows
      - generated: `generated.arrow`, 400 rows
      - fidelity: 0.8317 (mean of 1 - JS in bits; 1 is the same, 0 nothing in common)
      - of the columns: 0.9540, of the pairs: 0.7093
      - a perfect generator would score 0.9982 at these row counts
      - dependence: 74.6 % of that in the real data is lost, 0 % on top of it is invented; of each, chance alone would make 0.5 %

      | column | type | kind | JS, nats | noise, nats | | KL(real\\|generated), nats | KL(generated\\|real), nats | H real, nats | H generated, nats | nulls real | nulls generated |
      |---|---|---|---:|---:|---|---:|---:|---:|---:|---:|---:|
      | `age` | float64 | numeric | 0.0956 | 0.0025 |  | 0.2877 | inf | 1.3863 | 1.6021 | 0 | 100 |
      | `city` | dictionary\\<utf8> | categorical | 0 | 0.0006 | inside the noise | 0 | 0 | 0.6931 | 0.6931 | 0 | 0 |
      | `tariff` | dictionary\\<utf8> | categorical | 0 | 0.0006 | inside the noise | 0 | 0 | 0.6931 | 0.6931 | 0 | 0 |

      - inside the noise: p >= 0.05 after Benjamini-Hochberg over columns

      ## Dependence

      I is mutual information, corrected (miller-madow).

      | x | y | I real, nats | I generated, nats | change, nats | p of the change | JS, nats | noise, nats | |
      |---|---|---:|---:|---:|---:|---:|---:|---|
      | `city` | `tariff` | 0.6944 | 0 | -0.6944 | \\<1e-9 | 0.2158 | 0.0019 |  |
      | `tariff` | `age` | 0.6944 | 0.0101 | -0.6843 | \\<1e-9 | 0.2931 | 0.0056 |  |
      | `city` | `age` | 0.6944 | 0.5199 | -0.1745 | \\<1e-9 | 0.0956 | 0.0031 |  |

      ## Explained: `tariff`

      | symbol | real, % | generated, % | KL(real\\|generated), nats | KL(generated\\|real), nats | JS, nats | |
      |---|---:|---:|---:|---:|---:|---|
      | `day` | 50.00 | 50.00 | 0 | 0 | 0 |  |
      | `night` | 50.00 | 50.00 | 0 | 0 | 0 |  |

      ## Explained: `city`

      | symbol | real, % | generated, % | KL(real\\|generated), nats | KL(generated\\|real), nats | JS, nats | |
      |---|---:|---:|---:|---:|---:|---|
      | `Bern` | 50.00 | 50.00 | 0 | 0 | 0 |  |
      | `Graz` | 50.00 | 50.00 | 0 | 0 | 0 |  |

      ## Explained: `city` and `tariff`

      | `city` | `tariff` | real, % | generated, % | real if independent, % | JS, nats |
      |---|---|---:|---:|---:|---:|
      | `Bern` | `night` | 0 | 25.00 | 25.00 | 0.0866 |
      | `Graz` | `day` | 0 | 25.00 | 25.00 | 0.0866 |
      | `Bern` | `day` | 50.00 | 25.00 | 25.00 | 0.0212 |
      | `Graz` | `night` | 50.00 | 25.00 | 25.00 | 0.0212 |

      ## Gates

      - crossed: `js>0.1`: `age` 0.1409
      - crossed: `nullsGenerated>0`: `a` no value, `b` 100, `c` 5, `d` 4, `e` 3 and 2 more
      - crossed: `fidelity<0.99`: 0.8765
      - crossed: `klRealGenerated>=Infinity`: `age` inf
      - 4 of 5 rules crossed, 1 kept

      ## What differs most

      1. `city` and `tariff` are related in the real data (0.69 nats) and nearly independent in the generated (0.00)
      2. `tariff` and `age` are related in the real data (0.69 nats) and nearly independent in the generated (0.02)
      3. `city` and `age` are less related in the generated data (0.52 nats) than in the real (0.69)
      """;

  private GoldenReports() {}
}
