using System.Globalization;
using System.Runtime.InteropServices;

namespace InvoiceSync.Sandbox.Hosting;

/// <summary>The world as a process of its own: <c>--urls http://127.0.0.1:0 --data FOLDER</c>, ends on Ctrl-C or SIGTERM.</summary>
static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        try
        {
            var options = Read(args);
            using var stop = new CancellationTokenSource();
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => { signal.Cancel = true; stop.Cancel(); });
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => { signal.Cancel = true; stop.Cancel(); });
            await using var world = await PracticeWorld.Start(options, stop.Token);
            Console.WriteLine($"practice world listening on {world.Address.GetLeftPart(UriPartial.Authority)}");
            await stop.Token.WaitForCancel();
            return 0;
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or IOException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    static PracticeOptions Read(string[] args)
    {
        var options = new PracticeOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.");
            options = args[i] switch
            {
                "--data" => options with { DataFolder = value },
                "--urls" => At(options, value),
                "--anaf-processing-ms" => options with { AnafProcessing = Milliseconds(value) },
                "--anaf-list-lag-ms" => options with { AnafListLag = Milliseconds(value) },
                "--anaf-calls-per-minute" => options with { AnafCallsPerMinute = Number(value) },
                "--smartbill-calls-per-second" => options with { SmartBillCallsPerSecond = Number(value) },
                "--stripe-calls-per-second" => options with { StripeCallsPerSecond = Number(value) },
                "--webhook-pause-ms" => options with { WebhookPause = Milliseconds(value) },
                "--webhook-timeout-ms" => options with { WebhookTimeout = Milliseconds(value) },
                _ => throw new ArgumentException($"{args[i]} is not an option of the practice world."),
            };
        }
        return options;
    }

    static PracticeOptions At(PracticeOptions options, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "http")
            throw new ArgumentException($"'{url}' is not one http address.");
        Loopback.Address(address.Host);
        return options with { Host = address.Host, Port = address.Port };
    }

    static TimeSpan Milliseconds(string value) => TimeSpan.FromMilliseconds(Number(value));

    static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

    static async Task WaitForCancel(this CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }
}
