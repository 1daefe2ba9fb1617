using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Process;

/// <summary>Shows how far it has come, on the error stream: a bar that redraws on a terminal, a line a tenth elsewhere.</summary>
sealed class Progress(Surroundings here)
{
    const int Width = 30;
    const int Column = 78;
    (string Step, int Tenth) said = ("", -1);
    bool open;

    public void Show(string step, int done, int of)
    {
        var part = of == 0 ? 1 : Math.Min(1.0, (double)done / of);
        if (here.IsTerminal)
        {
            var filled = (int)(part * Width);
            var line = $"[{new string('#', filled)}{new string('-', Width - filled)}] {done}/{of} {step}";
            here.Error.Write("\r" + line.PadRight(Column)[..Math.Max(Column, line.Length)]);
            open = true;
        }
        else if ((step, (int)(part * 10)) is var now && now != said)
        {
            said = now;
            here.Error.WriteLine($"{step}: {done} of {of}");
        }
    }

    public void Done()
    {
        if (open) here.Error.WriteLine();
        open = false;
    }
}
