using InvoiceSync.Cli.Shell;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Cli.Secrets;

/// <summary>invoicesync secrets prune: forgets the older master keys once nothing is sealed by them any more.</summary>
static class PruneMasterKeys
{
    public static readonly Command Command = new(
        "secrets prune",
        "Forgets the older master keys once everything is sealed with the present one",
        [new("--data", "FOLDER", "The data folder with master.key")],
        """
        Look at Settings, Secrets of each company first: what an older key still seals cannot be read afterwards.
        Backups of the database made before the exchange need the older key: keep it with them.
        Exit codes: 0 done; 2 written wrongly, or there is no key file.
        """,
        Run);

    static Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var folder = arguments.Text("--data") ?? throw new UsageException("--data is missing: which key file?");
        KeyFile.Change(folder, MasterKeyRing.Pruned);
        here.Out.WriteLine($"{KeyFile.In(folder)} holds the present key alone.");
        return Task.FromResult(ExitCode.Fine);
    }
}
