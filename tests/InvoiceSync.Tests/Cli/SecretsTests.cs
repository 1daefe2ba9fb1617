using InvoiceSync.Cli.Shell;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Cli;

public sealed class SecretsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("invoicesync-keys-").FullName;
    readonly Terminal terminal = new();

    string File => Path.Combine(folder, "master.key");

    [Fact]
    public async Task A_new_key_is_written_before_the_old_one_and_the_old_one_is_forgotten_on_demand()
    {
        var old = MasterKeyRing.NewKey();
        await System.IO.File.WriteAllTextAsync(File, old, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Fine, await terminal.Run("secrets", "rotate", "--data", folder));

        var ring = MasterKeyRing.Read(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        Assert.Equal("secret", ring.Open("p", MasterKeyRing.Read(old).Seal("p", "secret")));
        Assert.DoesNotContain(old, $"{terminal.Out}", StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));

        Assert.Equal(ExitCode.Fine, await terminal.Run("secrets", "prune", "--data", folder));
        Assert.False(MasterKeyRing.Read(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)).HasOlder);
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Without_a_folder_the_settings_are_printed_and_without_a_file_nothing_is_made()
    {
        Assert.Equal(ExitCode.Fine, await terminal.Run("secrets", "rotate"));
        Assert.Contains("Secrets__MasterKey=", $"{terminal.Out}", StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await terminal.Run("secrets", "rotate", "--data", folder));
        Assert.Equal(ExitCode.Usage, await terminal.Run("secrets", "prune"));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Half_a_name_is_no_command() => Assert.Equal(ExitCode.Usage, await terminal.Run("secrets"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
