using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace InvoiceSync.Tests.Web;

static class BunitAssemblies
{
    // bunit asks for AngleSharp.Diffing 1.x, which no feed of ours has; the older one beside the tests serves.
#pragma warning disable CA2255 // a test assembly is an application: nobody else loads it
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "alt", "AngleSharp.Diffing.dll")) : null;
#pragma warning restore CA2255
}
