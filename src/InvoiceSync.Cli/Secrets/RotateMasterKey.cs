using InvoiceSync.Cli.Shell;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Cli.Secrets;

/// <summary>invoicesync secrets rotate: a new master key. The portal seals everything again with it after its next start.</summary>
static class RotateMasterKey
{
    public static readonly Command Command = new(
        "secrets rotate",
        "Makes a new master key; the old one goes on opening what it sealed",
        [new("--data", "FOLDER", "The data folder with master.key; left out, settings are printed")],
        """
        With --data the new key is written into FOLDER/master.key before the old one. Without it the settings to change are printed,
        with a new key among them: send the output where nobody else reads it.
        Start the portal again afterwards. It seals everything with the new key in the background; Settings, Secrets shows how far
        that is. When all is done for every company, secrets prune or removing Secrets:OldMasterKeys ends the old key. Back up first.
        Exit codes: 0 done; 2 written wrongly, or there is no key file.
        """,
        Run);

    static Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        var now = here.Time.GetUtcNow();
        if (arguments.Text("--data") is { } folder)
        {
            KeyFile.Change(folder, text => MasterKeyRing.Renewed(text, now));
            here.Out.WriteLine($"The new key is the first line of {KeyFile.In(folder)}. Back the file up, then start the portal again.");
        }
        else
        {
            here.Out.WriteLine($"Secrets__MasterKeyId={MasterKeyRing.NewId(now)}");
            here.Out.WriteLine($"Secrets__MasterKey={MasterKeyRing.NewKey()}");
            here.Out.WriteLine("Secrets__OldMasterKeys__1=<the value Secrets__MasterKey has now; 1 is the Secrets__MasterKeyId it has now>");
        }

        return Task.FromResult(ExitCode.Fine);
    }
}
