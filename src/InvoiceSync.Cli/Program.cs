using InvoiceSync.Cli.Shell;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await CommandLine.Run(args, Surroundings.OfThisProcess(), stop.Token);
