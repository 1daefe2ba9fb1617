using System.Net;
using System.Net.Sockets;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli;

public sealed class CommandLineTests
{
    static readonly (string, string) Key = ("INVOICESYNC_API_KEY", "isk_0123456789abcdef");

    [Theory]
    [InlineData("--help")]
    [InlineData("process-invoices", "--help")]
    [InlineData("doctor", "-h")]
    public async Task Help_is_printed_and_is_fine(params string[] words)
    {
        var terminal = new Terminal();

        Assert.Equal(ExitCode.Fine, await terminal.Run(words));
        Assert.Contains("Usage: invoicesync", terminal.Out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no command", "file-invoices")]
    [InlineData("Say where the portal is", "process-invoices", "--provider", "anaf", "--days", "1")]
    [InlineData("Give an API key", "process-invoices", "--provider", "anaf", "--days", "1", "--api-url", "http://localhost:1")]
    [InlineData("An API key begins with isk_", "process-invoices", "--provider", "anaf", "--days", "1", "--api-url", "http://localhost:1", "--api-key", "sk_live_1")]
    [InlineData("is an address like", "doctor", "--api-url", "ftp://example.com")]
    [InlineData("unencrypted", "doctor", "--api-url", "http://portal.example")]
    [InlineData("There is no option --api-ulr", "doctor", "--api-ulr", "http://localhost")]
    public async Task A_wrong_command_line_is_a_usage_error_and_says_why(string part, params string[] words)
    {
        var terminal = new Terminal();

        Assert.Equal(ExitCode.Usage, await terminal.Run(words));
        Assert.Contains(part, terminal.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_overview_is_shown_and_it_is_a_usage_error() => Assert.Equal(ExitCode.Usage, await new Terminal().Run());

    [Theory]
    [InlineData("process-invoices", "--provider", "anaf", "--days", "1")]
    [InlineData("doctor")]
    public async Task A_portal_that_is_not_there_is_unreachable(params string[] words)
    {
        var terminal = new Terminal(("INVOICESYNC_API_URL", $"http://127.0.0.1:{ClosedPort()}"), Key);

        Assert.Equal(ExitCode.Unreachable, await terminal.Run(words));
        Assert.Contains("does not answer", terminal.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_never_printed()
    {
        var terminal = new Terminal(("INVOICESYNC_API_URL", $"http://127.0.0.1:{ClosedPort()}"), Key);
        await terminal.Run("doctor");

        Assert.DoesNotContain(Key.Item2, terminal.Out.ToString() + terminal.Error, StringComparison.Ordinal);
    }

    static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
