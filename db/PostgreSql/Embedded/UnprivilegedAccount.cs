namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>The account PostgreSQL runs as when this process is root.</summary>
static class UnprivilegedAccount
{
    public static async Task<string> Choose(CancellationToken ct)
    {
        foreach (var name in (string[])["postgres", "nobody"])
            if ((await Command.Try(["id", "-u", name], null, ct)).Succeeded) return name;

        await Command.Run(["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], null, ct);
        return "postgres";
    }

    public static async Task<string> OwnerOf(string folder, CancellationToken ct)
    {
        var owner = (await Command.Run(["stat", "-c", "%U", folder], null, ct)).Trim();
        if (owner != "root") return owner;
        var chosen = await Choose(ct);
        await GiveTo(chosen, folder, ct);
        return chosen;
    }

    public static Task GiveTo(string account, string folder, CancellationToken ct) =>
        Command.Run(["chown", "-R", account, folder], null, ct);

    public static async Task<bool> Reaches(string account, string folder, CancellationToken ct) =>
        (await Command.Try([.. As(account), "test", "-w", folder], null, ct)).Succeeded;

    public static async Task CheckReach(string? account, PostgresBinaries binaries, CancellationToken ct)
    {
        if ((await Command.Try([.. As(account), binaries.Path("postgres"), "--version"], null, ct)).Succeeded) return;
        throw new EmbeddedPostgresException(
            $"PostgreSQL runs as the user {account}, who cannot reach its programs in {binaries.Folder}. "
            + "Install the system package (`apt-get install postgresql`), or move the clone to a folder everybody may enter.");
    }

    /// <summary>The words before a command that make it run as the account.</summary>
    public static string[] As(string? account) =>
        account is null ? [] : ["setpriv", "--reuid", account, "--regid", account, "--init-groups", "--"];
}
