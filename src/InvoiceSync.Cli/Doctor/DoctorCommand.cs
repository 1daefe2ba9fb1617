using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Doctor;

/// <summary>invoicesync doctor: looks at this machine and at the portal, and says for each thing whether it is well.</summary>
static class DoctorCommand
{
    public static readonly Command Command = new(
        "doctor",
        "Checks this machine and the portal, and says how to cure what is not well",
        ApiAddress.Flags,
        """
        Without an address only this machine is checked.
        Exit codes: 0 nothing failed; 1 something failed; 2 written wrongly; 3 portal unreachable.
        """,
        Run);

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var findings = MachineChecks.All().ToList();
        var address = Address(arguments, here);
        if (address is null)
        {
            findings.Add(Finding.Warn("The portal was not looked at.", "Give --api-url URL, or set INVOICESYNC_API_URL."));
            foreach (var finding in findings) Print(finding, here.Out);
            return End(findings);
        }

        foreach (var finding in findings) Print(finding, here.Out);
        using var api = new ApiClient(address, here.Time);
        await foreach (var finding in new PortalChecks(api, address, here.Time).All(ct))
        {
            Print(finding, here.Out);
            findings.Add(finding);
        }

        return End(findings);
    }

    static ApiAddress? Address(Arguments arguments, Surroundings here) =>
        arguments.Has("--api-url") || here.Variable("INVOICESYNC_API_URL") is not null ? ApiAddress.Read(arguments, here) : null;

    static int End(List<Finding> findings) => findings.Any(f => f.Verdict == Verdict.Fail) ? ExitCode.NeedsPerson : ExitCode.Fine;

    static void Print(Finding finding, TextWriter to)
    {
        var mark = finding.Verdict switch { Verdict.Ok => "ok  ", Verdict.Warn => "warn", _ => "FAIL" };
        to.WriteLine($"{mark}  {finding.What}");
        if (finding.Cure is { } cure) to.WriteLine($"      {cure}");
    }
}
