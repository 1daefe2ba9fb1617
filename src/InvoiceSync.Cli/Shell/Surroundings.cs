namespace InvoiceSync.Cli.Shell;

/// <summary>Everything a command touches outside itself: where it writes, what the environment says, what time it is.</summary>
sealed record Surroundings(TextWriter Out, TextWriter Error, bool IsTerminal, Func<string, string?> Variable, TimeProvider Time)
{
    public static Surroundings OfThisProcess() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb", Environment.GetEnvironmentVariable, TimeProvider.System);
}
