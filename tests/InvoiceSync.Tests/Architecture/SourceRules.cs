using System.Text.RegularExpressions;

namespace InvoiceSync.Tests.Architecture;

/// <summary>What no source file of ours contains. Samples of machine paths are put together so that this file keeps its own rules.</summary>
static class SourceRules
{
    public const int LongestFile = 300;

    static readonly string[] MayCross =
    [
        "src/InvoiceSync/Access/FindSsoForEmail.cs", "src/InvoiceSync/Access/GetSsoConnection.cs", "src/InvoiceSync/Access/GetSsoLeaving.cs", "src/InvoiceSync/Access/IsOriginKnown.cs", "src/InvoiceSync/Access/NoteSsoFailure.cs", "src/InvoiceSync/Access/ProtectionKeys.cs", "src/InvoiceSync/Access/SignInBySso.cs",
        "src/InvoiceSync/Access/Model/KeyDoor.cs", "src/InvoiceSync/Monitoring/GetQueueState.cs",
        "src/InvoiceSync/Tenancy/FindHook.cs",
    ];

    // Rare, begun by one person, and harmless when only the inner one is kept: docs/decisions/0020.
    static readonly string[] MayNest = ["src/InvoiceSync/Access/DisableSsoConnection.cs", "src/InvoiceSync/Access/FinishSsoIntent.cs", "src/InvoiceSync/Audit/SaveOutlet.cs"];

    public static readonly SourceRule[] All =
    [
        new("the machine's clock instead of TimeProvider",
            new(@"\bDate(Time|TimeOffset)\s*\.\s*(Utc)?(Now|Today)\b"),
            "var now = $\"{DateTime.UtcNow:O}\";", "var now = time.GetUtcNow(); // not DateTime.Now"),

        new("random ids instead of UUIDv7",
            new(@"\bGuid\s*\.\s*NewGuid\b"),
            "var id = Guid.NewGuid();", "var id = Guid.CreateVersion7(time.GetUtcNow());"),

        new("waiting with a blocked thread",
            new(@"\.Result\b(?!\s*[<(.]?\w)(?!\s*=[^=])|\.Wait\s*\(|\.GetAwaiter\s*\(\s*\)\s*\.\s*GetResult\b"),
            "var answer = client.Send(message).Result;", "await Task.WhenAll(all); Result<int> result = Of(1); say(\"x.Result;\");"),

        new("a sleeping thread",
            new(@"\bThread\s*\.\s*Sleep\b"),
            "Thread.Sleep(100);", "await Task.Delay(pause, time, ct);"),

        new("catching everything",
            new(@"catch\s*\(\s*(System\s*\.\s*)?Exception\b[^)]*\)(?!\s*when)|catch\s*\{(?![^{}]*\bthrow\s*;)"),
            "try { Go(); } catch (Exception e) { Log(e); }",
            "try { Go(); } catch (Exception e) when (e is IOException) { } catch { lease.Dispose(); throw; }")
        {
            AppliesTo = path => !path.Contains("/Kernel/", StringComparison.Ordinal) && !path.Contains("/Hosting/", StringComparison.Ordinal),
        },

        // The platform's own role sees every tenant: what may use it is named here, file by file.
        new("the door through the tenant's fence",
            new(@"\b(?:PlatformScope|DatabaseFactory|DbScope\s*\.\s*Platform)\b"),
            "class Peek(PlatformScope platform);", "class Look(DbScope scope); // not a PlatformScope")
        {
            AppliesTo = path => path.StartsWith("src/", StringComparison.Ordinal) && !path.StartsWith("src/InvoiceSync/Kernel/", StringComparison.Ordinal) && !MayCross.Contains(path),
        },

        // As many of them as the pool has connections would wait for one more, for ever.
        new("a command sent by one that holds a connection: a process holds none",
            new(@":\s*ICommand<(?=[\s\S]*\.\s*Send\s*\(\s*new\b)"),
            "record Outer : ICommand<Done> { Task Handle() => dispatcher.Send(new Inner(), ct); }", "record Outer : IProcess<Done> { Task Handle() => dispatcher.Send(new Inner(), ct); }")
        {
            AppliesTo = path => path.StartsWith("src/", StringComparison.Ordinal) && !MayNest.Contains(path),
        },

        new("a query without filter or of raw SQL",
            new(@"\b(?:IgnoreQueryFilters|FromSql(?:Raw|Interpolated)?|SqlQuery(?:Raw)?|ExecuteSql(?:Raw|Interpolated)?(?:Async)?)\b"),
            "db.Sales.IgnoreQueryFilters();", "db.Sales.Where(s => s.Live); say(\"FromSqlRaw\");")
        {
            AppliesTo = path => path.StartsWith("src/", StringComparison.Ordinal),
        },

        new("a name that says nothing",
            new(@"\b(?:record\s+(?:class|struct)|class|record|struct|interface|enum)\s+\w*(?:Manager|Helpers?|Utils?|Utility|Service|Dto|Impl|(?<!\bPage)Base)\b"),
            "sealed class InvoiceManager { }", "sealed record ServiceAddress(string Base); abstract class PageBase : ComponentBase;"),

        new("an intention instead of code",
            new(@"\b(TO[D]O|FIX[M]E|HAC[K])\b|^\s*#region\b", RegexOptions.Multiline),
            "// TO" + "DO later", "// Nothing left to do.")
        {
            ReadsWords = true,
        },

        new("a path of one machine",
            new(@"(?<![\w./~$})*-])/(?:work|root|home/\w+|Users/\w+|tmp)/\w|\b[A-Z]:\\{1,2}(?:Users|Windows|Program)"),
            "var file = \"" + "/tm" + "p/invoices.xml\";", "GET /api/work/items; ../tmp/x; Path.GetTempPath()")
        {
            ReadsWords = true,
        },
    ];
}
