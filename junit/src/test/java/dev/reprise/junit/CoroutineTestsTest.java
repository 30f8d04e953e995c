package dev.reprise.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs {@link Samples} as JUnit runs the tests of users. */
class CoroutineTestsTest {

    private final Map<String, TestExecutionResult> results = new TreeMap<>();
    private final Map<String, String> ids = new TreeMap<>();

    private void run(DiscoverySelector selected) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selected).build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    results.put(test.getDisplayName(), result);
                    ids.put(test.getDisplayName(), test.getUniqueId());
                }
            }
        });
    }

    private Throwable failure(String test) {
        assertThat(results.get(test).getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
        return results.get(test).getThrowable().orElseThrow();
    }

    @Test
    void everyTestIsSeenByItsNameAndEverythingOfJupiterWorks() {
        run(selectClass(Samples.Good.class));
        assertThat(results.keySet())
                .containsExactlyInAnyOrder(
                        "sleepsForDays()",
                        "mayReturnAValue()",
                        "mayBeNoCoroutine()",
                        "has a display name",
                        "[1] 1",
                        "[2] 2",
                        "repetition 1 of 2",
                        "repetition 2 of 2",
                        "getsWhatExtensionsGive(Path)",
                        "awaitsHelpersAndOtherTests()",
                        "mayBeNested()");
        assertThat(results.values())
                .allSatisfy(result -> assertThat(result.getThrowable()).isEmpty());
    }

    @Test
    void oneTestIsChosenByItsMethodAndAgainByItsId() {
        run(selectMethod(Samples.Good.class, "sleepsForDays"));
        assertThat(results.keySet()).containsExactly("sleepsForDays()");
        String id = ids.get("sleepsForDays()");
        results.clear();
        run(selectUniqueId(id));
        assertThat(results.keySet()).containsExactly("sleepsForDays()");
    }

    @Test
    void aTestThatIsOverriddenRunsOnceAndMayCallTheOther() {
        run(selectClass(Samples.Overriding.class));
        assertThat(results.keySet()).containsExactly("inherited()", "overridden()");
        assertThat(results.values())
                .allSatisfy(result -> assertThat(result.getThrowable()).isEmpty());
    }

    @Test
    void aFailureHasTheTraceOfTheCoroutines() {
        run(selectClass(Samples.Bad.class));
        Throwable failure = failure("fails()");
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("boom");
        assertThat(failure.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsSubsequence("failing", "fails");
    }

    @Test
    void aTaskThatIsLeftFailsTheTestAndIsNamed() {
        run(selectClass(Samples.Bad.class));
        assertThat(failure("leavesATask()"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the test has ended and its tasks have not")
                .hasMessageContaining("Task forgotten")
                .hasMessageContaining("a sleep with PT24H left");
    }

    @Test
    void aFailureThatNobodyReceivedFailsTheTest() {
        run(selectClass(Samples.Bad.class));
        assertThat(failure("leavesAFailure()"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never retrieved")
                .hasMessageContaining("boom")
                .cause()
                .hasMessage("boom");
        assertThat(failure("failsAndLeavesAFailure()"))
                .hasMessage("boom")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasRootCauseMessage("in a callback")));
    }

    @Test
    void theClockIsVirtualUnlessTheTestSaysOtherwise() {
        run(selectClass(Samples.InVirtualTime.class));
        run(selectClass(Samples.InRealTime.class));
        assertThat(results).hasSize(4);
        assertThat(results.values())
                .allSatisfy(result -> assertThat(result.getThrowable()).isEmpty());
    }
}
