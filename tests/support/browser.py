"""A real Chromium without a screen and without a network, driven by selenium."""

import base64
import contextlib
import io
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
    driver.get_log("browser")
    driver.get(f"file://{path}")
    wait(driver, "return document.getElementById('view').dataset.ready === 'true'")
    settle(driver)


def settle(driver):
    """Waits for two pictures, and until every line that they begin is drawn."""
    driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    wait(driver, "return ![...document.querySelectorAll('.lines:not([data-drawn])')].some(it => it.checkVisibility())")


def wait(driver, script, seconds=20):
    """Waits until a script returns true."""
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(driver, seconds, 0.02).until(lambda it: it.execute_script(script))


def errors(driver):
    """What the console has said since the last visit."""
    return [each["message"] for each in driver.get_log("browser") if each["level"] in ("SEVERE", "WARNING")]


class Page:
    """What a reader does with an open page, and what can then be seen."""

    def __init__(self, driver):
        self.driver = driver

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def settle(self):
        """Waits until what was asked for is drawn."""
        settle(self.driver)

    def click(self, selector):
        self.find(selector).click()
        self.settle()

    def point(self, selector):
        from selenium.webdriver import ActionChains

        ActionChains(self.driver, duration=0).move_to_element(self.find(selector)).perform()
        self.settle()

    def tap(self, selector):
        box = self.find(selector).rect
        at = [{"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}]
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
        self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": at})
        self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        self.settle()
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})

    def keys(self, *names):
        """Presses keys by their names in a browser, wherever the focus is."""
        from selenium.webdriver import ActionChains
        from selenium.webdriver.common.keys import Keys

        codes = {"Space": Keys.SPACE, "Enter": Keys.ENTER, "Tab": Keys.TAB, "Escape": Keys.ESCAPE}
        codes |= {f"Arrow{each}": getattr(Keys, f"ARROW_{each.upper()}") for each in ("Up", "Down", "Left", "Right")}
        for name in names:
            ActionChains(self.driver, duration=0).send_keys(codes[name]).perform()
        self.settle()

    def tab_to(self, selector):
        """Walks with the tab key until the focus is on what the selector describes."""
        for _ in range(60):
            self.keys("Tab")
            if self.run("return document.activeElement.matches(arguments[0])", selector):
                return
        raise AssertionError(f"the tab key does not reach {selector}")

    def choose(self, label, option):
        """Picks an option of the menu with this label."""
        from selenium.webdriver.support.select import Select

        menus = self.driver.find_elements("css selector", "label.menu")
        menu = next(each for each in menus if each.text.startswith(label))
        Select(menu.find_element("css selector", "select")).select_by_visible_text(option)
        self.settle()

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0]).textContent", selector)

    def texts(self, selector):
        return self.run("return [...document.querySelectorAll(arguments[0])].map(it => it.textContent)", selector)

    def pressed(self, selector):
        return self.find(selector).get_attribute("aria-pressed")

    def picture(self, selector):
        """What is drawn on a canvas, as text."""
        return self.run("return document.querySelector(arguments[0]).toDataURL()", selector)

    def ink(self, selector):
        """How many pixels of a canvas are drawn on."""
        with _image(base64.b64decode(self.picture(selector).partition(",")[2])) as image:
            return sum(image.getchannel("A").histogram()[8:])

    def colors(self):
        """The colours on the screen."""
        self.settle()
        with _image(self.driver.get_screenshot_as_png()) as image:
            return {color for _, color in image.convert("RGB").getcolors(1 << 24)}


def _image(png):
    from PIL import Image

    return Image.open(io.BytesIO(png))
