using System.Globalization;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>invoicesync audit verify-entry: says, without log and portal, whether one entry is in the log a checkpoint was signed over.</summary>
static class VerifyEntry
{
    public static readonly Command Command = new(
        "audit verify-entry",
        "Verifies the proof of one entry of an audit log",
        [
            new("FILE", null, "The proof, as GET /api/audit/{id}/proof answers it."),
            new("--key", "PEM", "The public keys of checkpoints, as you once took them from the portal."),
        ],
        """
        The proof holds the entry, its way up the Merkle tree (RFC 6962) and the signed root. Nothing else is asked.
        Exit codes: 0 the entry is in the log; 1 it is not proved; 2 written wrongly.
        """,
        Run);

    static Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var proof = EntryProof.Read(LocalFile.Text(arguments.Text("FILE") ?? throw new UsageException("Which proof? Name its file.")));
        var keys = SignerKeys.Read(LocalFile.Text(arguments.Text("--key") ?? throw new UsageException("A proof is worth what its signature is: give --key.")));
        var problems = proof.Problems(keys);
        foreach (var problem in problems) here.Out.WriteLine($"FAIL  {problem}");
        here.Out.WriteLine($"{(problems.Count == 0 ? "ok   " : "FAIL ")} entry {proof.Seq} of {proof.Tenant}, {proof.At.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}");
        here.Out.WriteLine($"      {proof.Field(1)} by {proof.Field(3)}, {proof.Field(5)} {proof.Field(6)}, {proof.Field(8)}");
        return Task.FromResult(problems.Count == 0 ? ExitCode.Fine : ExitCode.NeedsPerson);
    }
}
