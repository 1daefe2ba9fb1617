using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli;

/// <summary>A command's surroundings in memory: what it wrote, and an environment of our choice.</summary>
sealed class Terminal(params (string Name, string Value)[] variables)
{
    public StringWriter Out { get; } = new();

    public StringWriter Error { get; } = new();

    public Surroundings Surroundings => new(Out, Error, false, name => variables.FirstOrDefault(v => v.Name == name).Value, TimeProvider.System);

    public Task<int> Run(params string[] words) => CommandLine.Run(words, Surroundings, TestContext.Current.CancellationToken);
}
