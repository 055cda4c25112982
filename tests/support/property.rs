//! Properties over generated input, the same in every run.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// Holds a property against so many generated values. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask
/// for more, or for others.
#[track_caller]
pub fn holds<S: Strategy>(
    cases: u32,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if matches!(config.rng_seed, RngSeed::Random) {
        config.rng_seed = RngSeed::Fixed(30_2020);
    }
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    TestRunner::new(config).run(&strategy, property).unwrap_or_else(|failed| panic!("{failed}"));
}
