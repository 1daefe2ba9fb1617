using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>
/// invoicesync audit verify: walks along an exported log and says whether it holds. It shares nothing with the writer but the
/// format in docs/guides/audit.md, and needs no portal for a file.
/// </summary>
static class VerifyAudit
{
    public static readonly Command Command = new(
        "audit verify",
        "Verifies an audit log against its hashes, the signatures of its checkpoints and the anchors kept outside",
        [
            new("FILE", null, "An exported log, or a folder of archived months and what goes on from them; without it the portal is asked for its log."),
            new("--key", "PEM", "The public keys of checkpoints, as you once took them from the portal. Without them signatures are not checked."),
            new("--anchors", "FILE", "Checkpoints kept outside, one in a line, or letters with checkpoints as they were mailed; more in them than in the log is a cut, others than in the log a rewrite."),
            .. ApiAddress.Flags,
        ],
        """
        Only anchors show that the end was cut off or everything was rewritten with new hashes: keep them where nobody who runs the database can reach.
        Exit codes: 0 the log holds; 1 it does not; 2 written wrongly; 3 portal unreachable.
        """,
        Run);

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var keys = arguments.Text("--key") is { } pem ? SignerKeys.Read(LocalFile.Text(pem)) : null;
        var anchors = arguments.Text("--anchors") is { } file ? AnchorLines.Read(LocalFile.Text(file)) : [];
        if (anchors.Count > 0 && keys is null) throw new UsageException("Anchors are worth what their signatures are: give --key as well.");

        var verdict = arguments.Text("FILE") is { } path && Directory.Exists(path) ? Folder(path, new(keys, anchors), ct) : await One(arguments, here, new(keys, anchors), ct);
        Print(verdict, keys is not null, anchors.Count, here.Out);
        return verdict.Problems.Count == 0 ? ExitCode.Fine : ExitCode.NeedsPerson;
    }

    static LogVerdict Folder(string folder, LogWalk walk, CancellationToken ct)
    {
        var files = Directory.GetFiles(folder, "*.isaudit");
        if (files.Length == 0) throw new UsageException($"{folder} holds no file that ends in .isaudit.");
        // The months of an archive are named by year and month; what goes on from them is named by letters and comes last.
        var streams = files.Order(StringComparer.Ordinal).Select(LocalFile.Open).ToList();
        try
        {
            return walk.Walk(streams, ct);
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }
    }

    static async Task<LogVerdict> One(Arguments arguments, Surroundings here, LogWalk walk, CancellationToken ct)
    {
        await using var log = await Open(arguments, here, ct);
        return walk.Walk(log, ct);
    }

    static async Task<Stream> Open(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        if (arguments.Text("FILE") is { } path) return LocalFile.Open(path);
        using var api = new ApiClient(ApiAddress.Read(arguments, here).WithKey(), here.Time);
        using var answer = await api.Look("api/audit/download/evidence", ct);
        if (!answer.IsSuccessStatusCode) throw new ApiException($"The portal refuses its log ({(int)answer.StatusCode}).");
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, LogFile.Buffer, FileOptions.DeleteOnClose);
        await answer.Content.CopyToAsync(copy, ct);
        copy.Position = 0;
        return copy;
    }

    static void Print(LogVerdict verdict, bool signed, int anchors, TextWriter to)
    {
        foreach (var problem in verdict.Problems) to.WriteLine($"FAIL  {problem}");
        to.WriteLine($"{(verdict.Problems.Count == 0 ? "ok   " : "FAIL ")} {verdict.Entries} entries of {verdict.Tenant}");
        if (verdict.Since > 0) to.WriteLine($"      read from entry {verdict.Since + 1} on; those before are not here, the roots signed behind them say which they were");
        to.WriteLine($"      {verdict.Checkpoints} checkpoints{(signed ? ", signatures checked" : ", signatures NOT checked: give --key")}");
        to.WriteLine(anchors == 0 ? "      no anchors given: a cut at the end or a rewrite of everything would not show" : $"      {verdict.Anchors} anchors of this log met");
        to.WriteLine($"      root {verdict.Root}");
    }
}
