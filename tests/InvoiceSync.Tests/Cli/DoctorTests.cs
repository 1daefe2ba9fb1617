using InvoiceSync.Cli.Doctor;

namespace InvoiceSync.Tests.Cli;

public sealed class DoctorTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("10.0.12", Verdict.Ok)]
    [InlineData("10.0.10", Verdict.Ok)]
    [InlineData("10.0.9", Verdict.Fail)]
    [InlineData("9.0.22", Verdict.Fail)]
    public void A_runtime_below_the_security_floor_fails(string version, Verdict expected) =>
        Assert.Equal(expected, MachineChecks.Runtime(Version.Parse(version)).Verdict);

    [Theory]
    [InlineData(0, Verdict.Ok)]
    [InlineData(30, Verdict.Ok)]
    [InlineData(-31, Verdict.Fail)]
    [InlineData(300, Verdict.Fail)]
    public void Clocks_more_than_half_a_minute_apart_fail(int seconds, Verdict expected) =>
        Assert.Equal(expected, PortalChecks.Clock(Noon.AddSeconds(seconds), Noon).Verdict);

    [Fact]
    public void Whatever_is_not_well_names_its_cure()
    {
        Finding[] ill =
        [
            MachineChecks.Runtime(new Version(10, 0, 0)), MachineChecks.PostgreSql([]), MachineChecks.Chromium([]), PortalChecks.Clock(null, Noon),
            PortalChecks.Of(new("database", false, null)), PortalChecks.Of(new("work_queue", false, new Dictionary<string, long> { ["dead"] = 2 })), PortalChecks.Of(new("practice_world", false, null)),
        ];

        Assert.All(ill, f => Assert.False(f.Verdict == Verdict.Ok || string.IsNullOrEmpty(f.Cure), f.What));
    }
}
