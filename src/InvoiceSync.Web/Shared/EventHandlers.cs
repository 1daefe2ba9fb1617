using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Shared;

/// <summary>Events of our own. "changed" is the browser's "change", which Blazor does not let bubble: a form hears by it what was chosen in any of its fields.</summary>
[EventHandler("onchanged", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
