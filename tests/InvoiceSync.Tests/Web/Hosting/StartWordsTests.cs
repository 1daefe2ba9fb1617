using System.Diagnostics;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Tests.Web.Hosting;

public sealed class StartWordsTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("")]
    [InlineData("--urls=http://127.0.0.1:0")]
    [InlineData("--urls http://127.0.0.1:0")]
    [InlineData("--reset=true --InvoiceSync:Roles=jobs --environment Production")]
    [InlineData("--reset")]
    [InlineData("urls=http://127.0.0.1:0 /reset=true /environment Production")]
    public void Settings_are_taken_in_every_way_of_writing_them(string words) => Assert.Null(StartWords.Stray(Split(words)));

    [Theory]
    [InlineData("validate", "validate")]
    [InlineData("validate a.xml", "validate")]
    [InlineData("--urls=http://127.0.0.1:0 doctor", "doctor")]
    [InlineData("--urls http://127.0.0.1:0 doctor", "doctor")]
    [InlineData("-h", "-h")]
    [InlineData("--", "--")]
    public void A_word_among_them_is_named(string words, string stray) => Assert.Equal(stray, StartWords.Stray(Split(words)));

    [Fact]
    public async Task The_program_ends_at_once_and_says_what_it_takes()
    {
        var folder = Directory.CreateTempSubdirectory("start-words-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "InvoiceSync.Web.dll"), "validate", "a.xml"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["InvoiceSync__DataFolder"] = folder.FullName;
        using var portal = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var (said, complained) = (portal.StandardOutput.ReadToEndAsync(patience.Token), portal.StandardError.ReadToEndAsync(patience.Token));
            await portal.WaitForExitAsync(patience.Token);
            Assert.Equal((2, "", StartWords.Refusal("validate")), (portal.ExitCode, await said, (await complained).TrimEnd()));
        }
        finally
        {
            if (!portal.HasExited) portal.Kill(entireProcessTree: true);
            folder.Delete(recursive: true);
        }
    }

    static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
