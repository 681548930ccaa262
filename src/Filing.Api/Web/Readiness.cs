using FilingApi.Settings;

namespace FilingApi.Web;

/// <summary>The service can serve: its stores are open and, in the demo, its accounts can sign in. <c>/readyz</c> reports it.</summary>
public sealed class Readiness(ServiceSettings settings)
{
    private volatile bool _isOpen;
    private volatile bool _canSignIn = !settings.Demo;

    public bool IsReady => _isOpen && _canSignIn;

    public void Opened() => _isOpen = true;

    public void DemoCanSignIn() => _canSignIn = true;
}
