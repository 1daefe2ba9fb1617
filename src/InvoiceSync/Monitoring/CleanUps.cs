using System.Linq.Expressions;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Monitoring;

/// <summary>How a module says which of its technical rows are forgotten.</summary>
static class CleanUps
{
    extension(ModuleBuilder module)
    {
        /// <summary>Rows for which Served holds at a moment so many days ago are deleted at night, a slice in each transaction.</summary>
        public ModuleBuilder Forgets<TRow>(string name, int days, Func<DateTimeOffset, Expression<Func<TRow, bool>>> served, int slice = 1000) where TRow : class, IForgettable
        {
            module.Services.AddSingleton<ICleanUp>(new CleanUp<TRow>(name, days, served, slice));
            return module;
        }
    }
}
