namespace InvoiceSync.Cli.Shell;

/// <summary>What --help prints.</summary>
static class HelpText
{
    public static void Overview(TextWriter to, IReadOnlyList<Command> commands)
    {
        to.WriteLine("invoicesync: Stripe sales to accepted e-invoices, from the command line.");
        to.WriteLine();
        to.WriteLine("Usage: invoicesync COMMAND [options]");
        to.WriteLine();
        foreach (var command in commands) to.WriteLine($"  {command.Name,-21} {command.Summary}");
        to.WriteLine();
        to.WriteLine("invoicesync COMMAND --help tells its options.");
    }

    public static void Of(Command command, TextWriter to)
    {
        to.WriteLine($"{command.Summary}.");
        to.WriteLine();
        to.WriteLine($"Usage: invoicesync {command.Name} [options]");
        to.WriteLine();
        foreach (var flag in command.Flags) to.WriteLine($"  {flag.Name + (flag.Value is null ? "" : " " + flag.Value),-24} {flag.Help}");
        to.WriteLine();
        to.WriteLine(command.Notes);
    }
}
