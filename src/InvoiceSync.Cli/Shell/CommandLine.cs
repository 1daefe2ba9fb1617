using InvoiceSync.Cli.Api;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Cli.Customers;
using InvoiceSync.Cli.Doctor;
using InvoiceSync.Cli.Fiscal;
using InvoiceSync.Cli.Process;
using InvoiceSync.Cli.Secrets;
using InvoiceSync.Cli.Summary;

namespace InvoiceSync.Cli.Shell;

/// <summary>Finds the command that was asked for, runs it, and turns what went wrong into words and an exit code.</summary>
static class CommandLine
{
    static readonly Command[] Commands =
    [
        ProcessInvoices.Command, SyncCustomers.Command, CollectMissingCuis.Command, SendSummary.Command, ValidateXml.Command,
        DoctorCommand.Command, VerifyAudit.Command, VerifyEntry.Command, RotateMasterKey.Command, PruneMasterKeys.Command,
    ];

    public static async Task<int> Run(IReadOnlyList<string> words, Surroundings here, CancellationToken ct)
    {
        if (words is [] or ["--help" or "-h" or "help"])
        {
            HelpText.Overview(here.Out, Commands);
            return words is [] ? ExitCode.Usage : ExitCode.Fine;
        }

        if (Commands.FirstOrDefault(c => c.Name.Split(' ').SequenceEqual(words.Take(c.Name.Split(' ').Length))) is not { } command)
        {
            here.Error.WriteLine($"There is no command \"{words[0]}\". Commands: {string.Join(", ", Commands.Select(c => c.Name))}.");
            return ExitCode.Usage;
        }

        var rest = words.Skip(command.Name.Split(' ').Length).ToList();
        if (rest.Any(w => w is "--help" or "-h"))
        {
            HelpText.Of(command, here.Out);
            return ExitCode.Fine;
        }

        return await Run(command, rest, here, ct);
    }

    static async Task<int> Run(Command command, IReadOnlyList<string> words, Surroundings here, CancellationToken ct)
    {
        try
        {
            return await command.Run(Arguments.Read(words, command.Flags), here, ct);
        }
        catch (UsageException wrong)
        {
            here.Error.WriteLine(wrong.Message);
            here.Error.WriteLine($"invoicesync {command.Name} --help tells all options.");
            return ExitCode.Usage;
        }
        catch (ApiException lost)
        {
            here.Error.WriteLine(lost.Message);
            return ExitCode.Unreachable;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            here.Error.WriteLine("Interrupted. What was begun goes on at the portal; running the command again is safe.");
            return ExitCode.Interrupted;
        }
    }
}
