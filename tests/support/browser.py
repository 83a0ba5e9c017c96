"""A real Chromium without a screen and without a network, driven by selenium."""

import contextlib
import shutil
import tempfile

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars",
)  # fmt: skip


@contextlib.contextmanager
def chromium():
    """A driver whose console messages are kept."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options.add_argument(f"--user-data-dir={profile}")
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def look(driver, width=1100, height=800, dark=False, touch=False):
    """Sets the size of the window's inside and the system's colours."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch,
    })  # fmt: skip
    scheme = "dark" if dark else "light"
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )


def visit(driver, path):
    """Opens a page from disk and waits until it has drawn itself."""
    from selenium.webdriver.support.wait import WebDriverWait

    driver.get_log("browser")
    driver.get(f"file://{path}")
    WebDriverWait(driver, 20, 0.02).until(
        lambda d: d.execute_script("return document.getElementById('view').dataset.ready || false")
    )


def errors(driver):
    """What the console has said since the last visit."""
    return [each["message"] for each in driver.get_log("browser") if each["level"] in ("SEVERE", "WARNING")]
